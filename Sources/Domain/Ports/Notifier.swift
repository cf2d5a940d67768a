/// Carries notices to people and to other programs.
package protocol Notifier: Sendable {
    /// Returns once somebody else has taken the notice over: a mail server, or the program behind
    /// a webhook. May have delivered even when it throws, so a notice may come twice.
    func deliver(_ notice: Notice) async throws(DeliveryFailure)
}
