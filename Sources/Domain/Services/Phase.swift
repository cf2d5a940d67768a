/// The one word shown for an instance; always derived from the wish and a look.
package enum Phase: String, Sendable, CaseIterable {
    /// Not looked at yet, or the engine does not answer.
    case unknown
    case pending, starting, running, unhealthy, stopping, stopped
    /// A volume that held data is missing. Nothing is made in its place.
    case lost
    /// Held back by something that a person must mend.
    case blocked
    case erased
}
