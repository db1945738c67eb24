// Words that Hong Kong says differently, beyond the letters: reviewed by hand, mainland word → Hong Kong word.
// tools/zh-hk.ts applies the longest match first and lets OpenCC convert the rest letter by letter.

export const words: readonly (readonly [mainland: string, hongKong: string])[] = [
  ['短信', '短訊'],
  ['视频', '視像'],
  ['打印', '列印'],
  ['登录', '登入'],
  ['退出登录', '登出'],
  ['注册', '登記'],
  ['信息', '資料'],
  ['消息', '訊息'],
  ['文件', '檔案'],
  ['上传', '上載'],
  ['下载', '下載'],
  ['默认', '預設'],
  ['刷新', '重新整理'],
  ['菜单', '選單'],
  ['页脚', '頁尾'],
  ['字号', '字體大小'],
  ['读屏软件', '螢幕閱讀器'],
  ['数据', '資料'],
  ['设备', '裝置'],
  ['质量', '質素'],
  ['搜一搜', '搜尋'],
]
