import Domain
import Operations
import Wire

/// How much of an operation's story has been told.
struct OperationStory {
    /// The sequence of the last step that was told.
    private var told: Int
    private var state: Operation.State?
    private var message: String?

    init(told: Int) { self.told = told }

    /// What a look adds, as events.
    mutating func news(in view: OperationView) -> [ServerSentEvent] {
        let steps = view.steps.filter { $0.sequence > told }
        told = steps.last?.sequence ?? told
        return steps.map {
            ServerSentEvent(id: $0.sequence, name: "step", data: OperationStepReply($0))
        } + turn(of: view)
    }

    private mutating func turn(of view: OperationView) -> [ServerSentEvent] {
        let operation = view.operation
        guard operation.state != state || operation.message != message else { return [] }
        state = operation.state
        message = operation.message
        var reply = OperationReply(view)
        reply.steps = []
        return [ServerSentEvent(name: operation.state.isEnded ? "end" : "state", data: reply)]
    }
}
