// What we use of bpmn-moddle, which comes without types for its constructor.
// Elements are made by their BPMN type name and written as XML; reading gives warnings for what it did not understand.
declare module 'bpmn-moddle' {
  export interface BpmnElement {
    $type: string
    id?: string
    set(name: string, value: unknown): void
    get(name: string): unknown
  }
  export class BpmnModdle {
    create(type: string, attributes?: Record<string, unknown>): BpmnElement
    toXML(element: BpmnElement, options?: { format?: boolean }): Promise<{ xml: string }>
    fromXML(xml: string): Promise<{ rootElement: BpmnElement; warnings: unknown[]; elementsById: Record<string, BpmnElement> }>
  }
}
