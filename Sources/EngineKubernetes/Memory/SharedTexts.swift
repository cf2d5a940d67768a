/// Keeps texts that many things bear once: each that was read brought a copy of its own.
struct SharedTexts: Sendable {
    private var known: Set<String> = []

    /// - Returns: The same text, with what was kept of it before.
    mutating func shared(_ text: String) -> String { known.insert(text).memberAfterInsert }

    /// Keeps it no longer. Whatever bears it goes on doing so.
    mutating func forget(_ text: String) { known.remove(text) }
}
