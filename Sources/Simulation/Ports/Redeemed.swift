import Domain

/// Carries a permission, which cannot be copied, through code that is made for what can.
final class Redeemed {
    private var ticket: DestructionTicket?

    init(_ ticket: consuming DestructionTicket?) { self.ticket = consume ticket }

    var isGranted: Bool {
        switch ticket {
        case .some: true
        case .none: false
        }
    }

    func take() -> DestructionTicket? {
        let taken = ticket.take()
        return taken
    }
}
