/// How much of the program's files and patience strangers may take, before they are known.
package struct ConnectionLimits: Equatable, Sendable {
    /// How long a connection may be silent while no answer is under way.
    package var silence: Duration
    /// How many there may be at once; more wait until one ends.
    package var count: Int

    package init(silence: Duration = .seconds(60), count: Int = 400) {
        self.silence = silence
        self.count = count
    }
}
