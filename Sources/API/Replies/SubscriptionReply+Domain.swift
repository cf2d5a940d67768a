import Domain
import Operations
import Wire

extension SubscriptionReply {
    init(_ view: SubscriptionView, address: PublicAddress) {
        let subscription = view.subscription
        self.init(
            id: subscription.id.rawValue, customerId: subscription.customerID.rawValue,
            status: subscription.status.rawValue.uppercased(), service: subscription.service,
            variant: subscription.variant, createdAt: subscription.createdAt.description,
            paidUntil: subscription.paidUntil?.description,
            endedAt: subscription.endedAt?.description,
            graceEndsAt: subscription.graceEndsAt?.description,
            instance: InstanceReply(view, address: address),
            operation: view.operation.map {
                OperationReply($0, instance: view.instance.name, steps: [])
            },
            undo: UndoReply(view), updateAvailable: view.update.map { UpdateReply($0) },
            previousImage: view.instance.previousSpec?.image)
    }
}
