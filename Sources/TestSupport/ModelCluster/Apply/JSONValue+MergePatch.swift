import Wire

extension JSONValue {
    /// RFC 7386.
    func patched(with patch: JSONValue) -> JSONValue {
        guard case .object(let changes) = patch else { return patch }
        var result = members
        for (name, change) in changes {
            result[name] = change == .null ? nil : (result[name] ?? .null).patched(with: change)
        }
        return .object(result)
    }
}
