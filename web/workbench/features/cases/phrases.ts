// Standard phrases for what officials tell applicants most often. They go out as they are, so they are in the language of the
// proceedings, whatever the language of the screen (国家通用语言文字法第九条), and say what to do instead of what is wrong.

/** For a value the applicant gave. */
export const valuePhrases = ['请核对后重新填写。', '和证件上的不一样，请按证件填写。', '没有写全，请补充完整。']

/** For a document. */
export const documentPhrases = ['照片看不清，请在光线好的地方重新拍。', '缺页，请把每一页都拍上传。', '已过有效期，请换成有效期内的。', '和填写的内容对不上，请核对后重新上传。']

/** Why an application is not accepted (行政许可法第三十二条第一款第一、二项). */
export const declineReasons = ['这件事依法不需要办理许可或登记。', '不属于本部门的职责范围，请向有管辖权的部门申请。', '同一事项已经提交过，正在办理中，不用重复申请。']

/** Why an application is refused (行政许可法第三十八条第二款). */
export const refuseReasons = ['经审查，申请人不符合规定的条件：', '申请材料与核实的情况不一致：', '一次告知后，逾期没有补正。']
