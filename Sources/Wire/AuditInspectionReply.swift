/// How far an inspection of the audit trail is, and at its end what was found.
package struct AuditInspectionReply: Codable, Equatable, Sendable {
    /// How many rows were found right.
    package var checked: Int
    /// The last of them and its hash: `42:9f86…`; to be noted down elsewhere.
    package var head: String
    package var isOver: Bool
    /// Where it is over without one, the trail is whole.
    package var fault: AuditFaultReply?

    package init(checked: Int, head: String, isOver: Bool, fault: AuditFaultReply? = nil) {
        self.checked = checked
        self.head = head
        self.isOver = isOver
        self.fault = fault
    }
}
