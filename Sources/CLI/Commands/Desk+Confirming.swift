extension Desk {
    /// Has a person type a word before something is done that is not done by mistake.
    ///
    /// - Parameters:
    ///   - warning: What will be done; shown first.
    ///   - usage: What to tell a program, which cannot be asked.
    func confirm(typing word: String, after warning: String, orSay usage: String) throws {
        guard terminal.canAsk else { throw Failure.usage(usage) }
        terminal.complainLine(warning)
        let typed = terminal.ask("\nType \(word) to go on: ") ?? ""
        guard typed == word else {
            throw Failure.refused("“\(typed)” is not \(word). Nothing was changed.")
        }
    }
}
