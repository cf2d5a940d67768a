/// What a network, or something that stands in it, does to one request.
package enum Fault: Sendable {
    /// It never comes; the connection breaks.
    case neverSent
    /// It is done, and the connection breaks before anybody hears of it.
    ///
    /// - Parameter then: Happens in between.
    case answerLost(then: @Sendable () async -> Void = {})
    /// It comes late.
    case delayed(Duration)
    /// It is done twice; the second answer is told.
    case sentTwice
    /// It is done, and the connection breaks in the middle of the answer; of a watch, in the middle
    /// of what it hears first.
    case truncated
    /// It is refused, and not done.
    ///
    /// - Parameters:
    ///   - retryAfter: Seconds, where it is said when to come back.
    case refused(Int, retryAfter: Int? = nil)
}
