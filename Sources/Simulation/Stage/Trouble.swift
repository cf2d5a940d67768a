/// Why a call has no answer.
enum Trouble: Sendable {
    /// Whoever has made it is dead.
    case dead
    case fault(Fault.Kind)
}
