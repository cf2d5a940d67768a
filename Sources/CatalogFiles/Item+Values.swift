import Domain

extension Item {
    /// Text with something in it.
    func words() -> String? {
        guard let text = text() else { return nil }
        guard text.contains(where: { !$0.isWhitespace }) else {
            refuse("“\(label)” must not be blank.")
            return nil
        }
        return text
    }

    /// What becomes part of an instance's name.
    func name() -> String? {
        matching(
            /[a-z][a-z0-9-]{0,19}/,
            rule: "up to 20 lower-case letters, digits and hyphens, beginning with a letter")
    }

    func matching(_ pattern: some RegexComponent, rule: String) -> String? {
        guard let text = text() else { return nil }
        guard text.wholeMatch(of: pattern) != nil else {
            refuse("“\(label)” must be \(rule), not “\(text)”.")
            return nil
        }
        return text
    }

    func integer(in range: ClosedRange<Int>) -> Int? {
        guard let text = text() else { return nil }
        guard let number = Int(text), range.contains(number) else {
            let bounds = "\(range.lowerBound) to \(range.upperBound)"
            refuse("“\(label)” must be a whole number from \(bounds), not “\(text)”.")
            return nil
        }
        return number
    }

    func flag() -> Bool? {
        guard let text = text() else { return nil }
        guard let flag = Bool(text) else {
            refuse("“\(label)” must be true or false, not “\(text)”.")
            return nil
        }
        return flag
    }

    func duration() -> Duration? {
        guard let text = text() else { return nil }
        if let duration = Duration(parsing: text) { return duration }
        refuse("“\(label)” must be a time such as 500ms, 5s or 2m, not “\(text)”.")
        return nil
    }

    func bytes() -> Bytes? {
        guard let bytes = quantity(Bytes.init(parsing:)) else { return nil }
        return isPositive(bytes.count) ? bytes : nil
    }

    func cpu() -> CPU? {
        guard let cpu = quantity(CPU.init(parsing:)) else { return nil }
        return isPositive(cpu.millicores) ? cpu : nil
    }

    private func quantity<Value>(
        _ parse: (String) throws(QuantityError) -> Value
    ) -> Value? {
        guard let text = text() else { return nil }
        do {
            return try parse(text)
        } catch {
            refuse("“\(label)”: \(error)")
            return nil
        }
    }

    private func isPositive(_ count: Int64) -> Bool {
        if count <= 0 { refuse("“\(label)” must be more than 0.") }
        return count > 0
    }

    /// `uid:gid`.
    func owner() -> FileOwner? {
        let text = matching(/[0-9]{1,9}:[0-9]{1,9}/, rule: "uid:gid, such as 1000:1000")
        let parts = text?.split(separator: ":").compactMap { Int($0) } ?? []
        return parts.count == 2 ? FileOwner(user: parts[0], group: parts[1]) : nil
    }

    /// An image reference that says which image: with a tag other than `latest`, or a digest.
    func image() -> String? {
        guard let text = words() else { return nil }
        let last = text.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        let tag = last.split(separator: ":", omittingEmptySubsequences: false).dropFirst().last
        guard text.contains("@sha256:") || !(tag ?? "").isEmpty else {
            refuse("“\(text)” has no tag; pin one, such as “\(text):1.2.3”.")
            return nil
        }
        guard tag != "latest" else {
            refuse("“\(text)” is another image every week; pin a version.")
            return nil
        }
        return text
    }

    /// An absolute path, spelled one way only, that is not the root.
    func mountPath() -> String? {
        guard let text = text() else { return nil }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        let isPlain = parts.allSatisfy { !["", ".", ".."].contains($0) }
        guard text.hasPrefix("/"), isPlain else {
            refuse("“\(label)” must be an absolute path such as /data, not “\(text)”.")
            return nil
        }
        return text
    }
}
