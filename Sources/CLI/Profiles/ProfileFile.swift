/// `holdfast/config.yaml` in the user's configuration folder.
struct ProfileFile: Sendable {
    private let file: UserFile

    var path: String { file.path }

    init(environment: [String: String]) {
        file = UserFile("config.yaml", environment: environment)
    }

    /// An empty one where there is no file.
    func load() throws(Failure) -> ProfileBook {
        guard let text = try file.load() else { return ProfileBook() }
        return try ProfileBook(reading: text, from: path)
    }

    /// Changes the text, and makes sure that it now says what `change` makes of the book.
    func change(
        _ change: (inout ProfileBook) throws(Failure) -> Void, by edit: (inout ProfileText) -> Void
    ) throws(Failure) {
        let old = try file.load()
        var book = try ProfileBook(reading: old ?? "", from: path)
        try change(&book)
        var text = ProfileText(old ?? ProfileText.beginning)
        edit(&text)
        guard let read = try? ProfileBook(reading: text.text, from: path), read == book else {
            throw .settings(
                "\(path) is written in a way that this command cannot change without harm. "
                    + "Change it by hand.")
        }
        try file.replace(with: text.text)
    }
}
