import Domain
import Operations
import Wire

extension UndoReply {
    /// `nil` when there is no reset that could still be taken back.
    init?(_ view: SubscriptionView) {
        let volumes = view.volumes.lastRetired
        let tickets = view.tickets.filter { ticket in
            ticket.state != .voided && volumes.contains { $0.id == ticket.volumeID }
        }
        guard view.subscription.status == .active, tickets.allSatisfy({ $0.state == .issued }),
            let until = tickets.map(\.notBefore).min(), let volume = volumes.first
        else { return nil }
        self.init(until: until.description, generation: volume.generation)
    }
}
