import Wire

/// What was found when everything was at rest.
struct Evidence: Sendable {
    /// The numbers of the rows in each volume that was read.
    var contents: [String: Set<Int>] = [:]
    /// All of Holdfast's audit trail, oldest first.
    var audit: [AuditReply] = []
    /// All of Holdfast's operations.
    var operations: [OperationReply] = []
    /// What SQLite says of Holdfast's own database, and of each volume's.
    var integrity: [String: String] = [:]
}
