/// Everything that `config.yaml` says.
struct ProfileBook: Equatable, Sendable {
    /// The profile that is used when none is named.
    var current: String?
    var profiles: [String: Profile] = [:]

    /// What becomes a key of the file and a word on the command line.
    static func isName(_ text: String) -> Bool {
        text.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._-]{0,63}/) != nil
    }

    /// The name of the profile in force: the option's, else the environment's, else the file's.
    func chosen(option: String?, environment: [String: String]) -> String? {
        let given = environment["HOLDFAST_PROFILE"].flatMap { $0.isEmpty ? nil : $0 }
        return option ?? given ?? current
    }

    /// The profile in force; an empty one where none is named.
    ///
    /// - Throws: `Failure.settings` for a name that no profile has.
    func choose(option: String?, environment: [String: String]) throws(Failure) -> Profile {
        guard let name = chosen(option: option, environment: environment) else {
            return Profile()
        }
        return try profile(name)
    }

    func profile(_ name: String) throws(Failure) -> Profile {
        if let profile = profiles[name] { return profile }
        let names = profiles.keys.sorted().joined(separator: ", ")
        let known = names.isEmpty ? "There are none yet" : "There are: \(names)"
        throw .settings(
            "There is no profile “\(name)”. \(known). To make it: holdfast profiles add \(name) "
                + "--server URL")
    }
}
