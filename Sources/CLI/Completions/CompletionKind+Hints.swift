import ArgumentParser

extension CompletionKind {
    static let instances = custom { words, _, _ in await Hints(words).instances() }
    static let operations = custom { words, _, _ in await Hints(words).operations() }
    static let services = custom { words, _, _ in await Hints(words).services() }
    static let profiles = custom { words, _, _ in Hints(words).profiles() }

    static func variants(after command: String) -> CompletionKind {
        custom { words, _, _ in await Hints(words).variants(after: command) }
    }
}
