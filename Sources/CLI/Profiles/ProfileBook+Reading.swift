import Yams

extension ProfileBook {
    /// Reads the text of `config.yaml`.
    ///
    /// - Throws: `Failure.settings` with file, line and column, and what would be right.
    init(reading text: String, from path: String) throws(Failure) {
        let reader = ProfileReader(path: path)
        guard let root = try reader.root(of: text) else { return }
        for (key, value) in try reader.pairs(root, known: ["profile", "profiles"]) {
            switch key {
            case "profile": current = try reader.name(value)
            default: profiles = try reader.profiles(value)
            }
        }
        guard let current, profiles[current] == nil, let node = root["profile"] else { return }
        throw reader.refusal(
            node, "there is no profile “\(current)” below “profiles:”; name one that is there.")
    }
}

/// Reads the parts of one file, and says where it is wrong.
private struct ProfileReader {
    let path: String

    func root(of text: String) throws(Failure) -> Node? {
        do {
            return try Parser(yaml: text).singleRoot().flatMap { isEmpty($0) ? nil : $0 }
        } catch YamlError.scanner(_, let problem, let mark, _),
            YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            throw refusal(mark, "not valid YAML: \(problem).")
        } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
            let names = keys.map { "“\($0)”" }.joined(separator: ", ")
            throw refusal(context.mark, "given more than once: \(names); keep one of each.")
        } catch {
            throw refusal(nil, "not valid YAML: \(error)")
        }
    }

    func profiles(_ node: Node) throws(Failure) -> [String: Profile] {
        guard !isEmpty(node) else { return [:] }
        var profiles: [String: Profile] = [:]
        for (key, value) in try mapping(node) {
            profiles[try name(key)] = try profile(value)
        }
        return profiles
    }

    private func profile(_ node: Node) throws(Failure) -> Profile {
        var profile = Profile()
        guard !isEmpty(node) else { return profile }
        for (key, value) in try pairs(node, known: ["server", "output", "color", "wait"]) {
            switch key {
            case "server": profile.server = try server(value)
            case "output": profile.output = try choice(value)
            case "color": profile.color = try choice(value)
            default: profile.wait = try flag(value)
            }
        }
        return profile
    }

    func name(_ node: Node) throws(Failure) -> String {
        let text = try words(node)
        guard ProfileBook.isName(text) else {
            throw refusal(
                node,
                "“\(text)” is no name; write letters, digits, dots, hyphens and underscores.")
        }
        return text
    }

    private func server(_ node: Node) throws(Failure) -> String {
        let text = try words(node)
        guard let server = try? ServerAddress.normal(text) else {
            throw refusal(
                node,
                "“\(text)” is not a server's address; write it like https://paas.example:8443")
        }
        return server
    }

    private func choice<Value: RawRepresentable & CaseIterable>(
        _ node: Node
    ) throws(Failure) -> Value where Value.RawValue == String {
        let text = try words(node)
        guard let value = Value(rawValue: text) else {
            let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw refusal(node, "“\(text)” is unknown here; write one of: \(known).")
        }
        return value
    }

    private func flag(_ node: Node) throws(Failure) -> Bool {
        let text = try words(node)
        guard let flag = Bool(text) else {
            throw refusal(node, "“\(text)” is neither; write true or false.")
        }
        return flag
    }

    /// The entries of a map whose keys are laid down.
    func pairs(_ node: Node, known: [String]) throws(Failure) -> [(String, Node)] {
        var pairs: [(String, Node)] = []
        for (key, value) in try mapping(node) {
            guard let name = key.scalar?.string, known.contains(name) else {
                throw refusal(
                    key,
                    "unknown key “\(key.scalar?.string ?? "")”; known here: "
                        + known.joined(separator: ", ") + ".")
            }
            pairs.append((name, value))
        }
        return pairs
    }

    private func mapping(_ node: Node) throws(Failure) -> [(Node, Node)] {
        guard case .mapping(let pairs) = node else {
            throw refusal(node, "here must be keys and values, such as “profile: work”.")
        }
        return pairs.map { ($0.key, $0.value) }
    }

    private func words(_ node: Node) throws(Failure) -> String {
        guard let text = node.scalar?.string, !isEmpty(node) else {
            throw refusal(node, "a value is missing here; write one, or remove the key.")
        }
        return text
    }

    private func isEmpty(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }

    func refusal(_ node: Node, _ why: String) -> Failure {
        refusal(node.mark, why)
    }

    private func refusal(_ mark: Mark?, _ why: String) -> Failure {
        .settings("\(path):\(mark?.line ?? 1):\(mark?.column ?? 1): \(why)")
    }
}
