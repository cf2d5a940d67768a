/// How often something may fail: so many times at once, and again as time passes.
package struct AttemptLimit: Equatable, Sendable {
    package var count: Int
    /// After which all of them are free again.
    package var span: Duration

    package init(_ count: Int, in span: Duration) {
        self.count = max(1, count)
        self.span = span
    }

    /// For which one more is free.
    var pause: Duration { span / count }
}
