import ArgumentParser
import Wire

/// What may come next on a command line, for the shell's completion: silent where nobody knows,
/// and quick.
struct Hints: Sendable {
    /// How long a person who has pressed Tab is made to wait.
    static let patience = Duration.milliseconds(1500)

    private let words: [String]
    private let surroundings: Surroundings

    init(_ words: [String]) {
        self.words = words
        surroundings = Surroundings.current
    }

    func instances() async -> [String] {
        let page: PageReply<SubscriptionReply>? = await ask("subscriptions", limit: 200)
        return page?.items.map(\.instance.name) ?? []
    }

    func operations() async -> [String] {
        let page: PageReply<OperationReply>? = await ask("operations", limit: 50)
        return page?.items.map(\.id) ?? []
    }

    func services() async -> [String] {
        let page: PageReply<ServiceReply>? = await ask("services", limit: 200)
        return page?.items.map(\.name) ?? []
    }

    /// Of the service that was written after `command`.
    func variants(after command: String) async -> [String] {
        guard let place = words.firstIndex(of: command), place + 1 < words.count else { return [] }
        let service: ServiceReply? = await ask("services/\(words[place + 1].escaped)")
        return service?.variants.map(\.name) ?? []
    }

    func profiles() -> [String] {
        let book = try? ProfileFile(environment: surroundings.environment).load()
        return book?.profiles.keys.sorted() ?? []
    }

    private func ask<Reply: Decodable & Sendable>(
        _ path: String, limit: Int? = nil
    ) async -> Reply? {
        guard let api = try? api() else { return nil }
        let query = limit.map { [("limit", "\($0)")] } ?? []
        return await withTaskGroup(of: Reply?.self) { group in
            group.addTask { try? await (api.get(path, query) as Answer<Reply>).value }
            group.addTask {
                try? await surroundings.pause(Self.patience)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }

    /// With the access token as it is: to trade the refresh token and then to break off, since
    /// time is up, would end the login.
    private func api() throws -> APIClient {
        let given = ["--server", "--profile"].flatMap { option in
            value(of: option).map { [option, $0] } ?? []
        }
        let api = try Desk(ClientOptions.parse(given), surroundings).api
        let saved = try api.file.load(for: api.server)?.accessToken
        guard let token = api.givenToken ?? saved else {
            throw Failure.notLoggedIn("Nobody is logged in at \(api.server).")
        }
        return APIClient(
            server: api.server, transport: api.transport, file: api.file, givenToken: token,
            newKey: api.newKey)
    }

    private func value(of option: String) -> String? {
        if let word = words.first(where: { $0.hasPrefix("\(option)=") }) {
            return String(word.dropFirst(option.count + 1))
        }
        guard let place = words.firstIndex(of: option), place + 1 < words.count else { return nil }
        return words[place + 1]
    }
}
