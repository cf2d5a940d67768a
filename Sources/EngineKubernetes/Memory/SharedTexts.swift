/// Keeps texts that many things bear once: each that was read brought a copy of its own.
struct SharedTexts: Sendable {
    private var known: Set<String> = []

    /// - Returns: The same text, with what was kept of it before.
    mutating func shared(_ text: String) -> String { known.insert(text).memberAfterInsert }

    /// - Returns: The same text, with what is kept of it already; nothing more is kept.
    func familiar(_ text: String) -> String {
        known.firstIndex(of: text).map { known[$0] } ?? text
    }

    /// Keeps it no longer. Whatever bears it goes on doing so.
    mutating func forget(_ text: String) { known.remove(text) }
}
