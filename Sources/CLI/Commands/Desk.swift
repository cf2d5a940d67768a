/// Where a command works: the server on one side, the person or program on the other.
struct Desk: Sendable {
    let surroundings: Surroundings
    let preferences: Preferences
    /// For the standard output.
    let paint: Paint
    /// For the standard error.
    let errorPaint: Paint
    let file: CredentialFile
    let api: APIClient

    var terminal: any Terminal { surroundings.terminal }
    var format: ClientOptions.Format { preferences.format }

    init(_ options: ClientOptions, _ surroundings: Surroundings) throws {
        let environment = surroundings.environment
        self.surroundings = surroundings
        file = CredentialFile(environment: environment)
        preferences = try Preferences(
            options, environment: environment,
            profile: ProfileFile(environment: environment).load()
                .choose(option: options.profile, environment: environment),
            lastLogin: try? file.lastServer())
        paint = surroundings.paint(preferences.color)
        errorPaint = surroundings.errorPaint(preferences.color)
        api = APIClient(
            server: preferences.server, transport: surroundings.transport, file: file,
            givenToken: environment["HOLDFAST_TOKEN"].flatMap { $0.isEmpty ? nil : $0 },
            newKey: surroundings.newKey)
    }

    /// Writes an answer: the server's own JSON, or what `text` makes of it.
    func show<Value>(_ answer: Answer<Value>, _ text: (Value) -> String) throws {
        terminal.writeLine(format == .json ? try answer.json.pretty : text(answer.value))
    }

    /// Writes a sentence for people; a program has the exit status.
    func say(_ sentence: String) {
        if format == .table { terminal.writeLine(sentence) }
    }
}
