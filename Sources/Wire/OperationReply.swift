/// One request that takes time.
package struct OperationReply: Codable, Equatable, Sendable {
    package var id: String
    /// `create`, `restart`, `stop`, `start`, `reset` or `undo-reset`.
    package var kind: String
    /// `pending`, `running`, `succeeded` or `failed`.
    package var state: String
    /// What it is waiting for; at the end, why it ended so.
    package var message: String?
    package var subscriptionId: String
    /// The instance's name.
    package var instance: String
    package var requestedBy: String
    package var createdAt: String
    package var startedAt: String?
    package var endedAt: String?
    /// When it ends as failed if it is not done.
    package var deadline: String
    package var steps: [OperationStepReply]

    package init(
        id: String, kind: String, state: String, message: String? = nil, subscriptionId: String,
        instance: String, requestedBy: String, createdAt: String, startedAt: String? = nil,
        endedAt: String? = nil, deadline: String, steps: [OperationStepReply]
    ) {
        self.id = id
        self.kind = kind
        self.state = state
        self.message = message
        self.subscriptionId = subscriptionId
        self.instance = instance
        self.requestedBy = requestedBy
        self.createdAt = createdAt
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.deadline = deadline
        self.steps = steps
    }
}
