/// How much of the program's files and patience strangers may take, before they are known.
package struct ConnectionLimits: Equatable, Sendable {
    /// How long a connection may be silent while no answer is under way.
    package var silence: Duration
    /// How many there may be at once; more wait until one ends.
    package var count: Int

    package init(silence: Duration = .seconds(30), count: Int = 250) {
        self.silence = silence
        self.count = count
    }

    /// Leaves most of the files for what the connections lead to, the engine and the database.
    ///
    /// - Parameter openFiles: How many the program may have open.
    package init(openFiles: Int) {
        self.init(count: min(max(openFiles / 4, 8), 2000))
    }
}
