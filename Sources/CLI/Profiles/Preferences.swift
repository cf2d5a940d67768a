/// What holds for one command: an option goes before the environment, that before the profile,
/// and that before what always holds.
struct Preferences: Equatable, Sendable {
    var server: String
    var format: ClientOptions.Format
    var color: ColorChoice
    var waits: Bool

    /// - Parameter lastLogin: The server that is meant when nothing names one.
    /// - Throws: `Failure.settings` for what cannot be read.
    init(
        _ options: ClientOptions, environment: [String: String], profile: Profile,
        lastLogin: String?
    ) throws {
        server = try ServerAddress.normal(
            options.server ?? environment.given("HOLDFAST_SERVER") ?? profile.server
                ?? lastLogin ?? ServerAddress.fallback)
        format =
            try options.output ?? environment.choice("HOLDFAST_OUTPUT", ["table", "json"])
            ?? profile.output ?? .table
        color = options.color ?? ColorChoice(environment: environment) ?? profile.color ?? .auto
        waits = try environment.flag("HOLDFAST_WAIT") ?? profile.wait ?? true
    }
}

extension [String: String] {
    /// A variable that says something.
    fileprivate func given(_ name: String) -> String? {
        self[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    fileprivate func choice<Choice: RawRepresentable>(
        _ name: String, _ known: [String]
    ) throws(Failure) -> Choice? where Choice.RawValue == String {
        guard let text = given(name) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw .settings(
                "\(name) is “\(text)”; write one of: \(known.joined(separator: ", ")).")
        }
        return choice
    }

    fileprivate func flag(_ name: String) throws(Failure) -> Bool? {
        guard let text = given(name) else { return nil }
        guard let flag = Bool(text) else {
            throw .settings("\(name) is “\(text)”; write true or false.")
        }
        return flag
    }
}
