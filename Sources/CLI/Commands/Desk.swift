/// Where a command works: the server on one side, the person or program on the other.
struct Desk: Sendable {
    let surroundings: Surroundings
    let format: ClientOptions.Format
    let paint: Paint
    let file: CredentialFile
    let api: APIClient

    var terminal: any Terminal { surroundings.terminal }

    init(_ options: ClientOptions, _ surroundings: Surroundings) throws {
        let environment = surroundings.environment
        self.surroundings = surroundings
        format = options.output
        paint = Paint(
            environment: environment, showsOutput: surroundings.terminal.showsOutput)
        file = CredentialFile(environment: environment)
        api = APIClient(
            server: try ServerAddress.choose(
                option: options.server, environment: environment,
                saved: try? file.load()?.server),
            transport: surroundings.transport, file: file,
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
