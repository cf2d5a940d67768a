import Domain
import Operations
import Wire

extension OperationReply {
    init(_ view: OperationView) {
        self.init(view.operation, instance: view.instanceName, steps: view.steps)
    }

    init(_ operation: Operation, instance: String, steps: [OperationStep]) {
        self.init(
            id: operation.id.rawValue, kind: operation.kind.rawValue,
            state: operation.state.rawValue, message: operation.message,
            subscriptionId: operation.subscriptionID.rawValue, instance: instance,
            requestedBy: operation.requestedBy, createdAt: operation.createdAt.description,
            startedAt: operation.startedAt?.description, endedAt: operation.endedAt?.description,
            deadline: operation.deadline.description,
            steps: steps.map { OperationStepReply($0) })
    }
}

extension OperationStepReply {
    init(_ step: OperationStep) {
        self.init(sequence: step.sequence, at: step.at.description, text: step.text)
    }
}
