import Domain

/// On what ground a volume is retired: what its ticket is to say.
struct Ground {
    var reason: DestructionTicket.Record.Reason
    /// What the person typed.
    var confirmation: String
    var actor: Actor
    /// How long it can be taken back.
    var window: Duration
}
