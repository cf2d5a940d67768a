/// Where a person reads and types, or a program does in their stead.
protocol Terminal: Sendable {
    /// Whether what is written is seen by a person.
    var showsOutput: Bool { get }
    /// Whether what is complained is seen by a person.
    var showsErrors: Bool { get }
    /// Whether a person can be asked.
    var canAsk: Bool { get }
    /// How many letters fit on a line of the standard error.
    var width: Int { get }

    /// Writes to the standard output, exactly this.
    func write(_ text: String)
    /// Writes to the standard error, exactly this.
    func complain(_ text: String)
    /// One line of the standard input; `nil` at its end.
    func readLine() -> String?
    /// One line that is not shown while it is typed; `nil` at the end of the input.
    func readSecretLine() -> String?
    /// What to say when somebody interrupts; `nil` says nothing. Interrupting still ends.
    func noteOnInterrupt(_ note: String?)
}

extension Terminal {
    func writeLine(_ text: String) { write(text + "\n") }

    func complainLine(_ text: String) { complain(text + "\n") }

    /// Asks on the standard error, so that a redirected output stays clean.
    func ask(_ prompt: String) -> String? {
        complain(prompt)
        return readLine()
    }

    /// Like `ask`, for what nobody may read over a shoulder.
    func askSecretly(_ prompt: String) -> String? {
        complain(prompt)
        defer { complain("\n") }
        return readSecretLine()
    }
}
