/// The forms that names and labels must have. By hand, since Swift reads a regular expression
/// anew each time that it is used, and these are asked for at every request.
extension StringProtocol {
    /// As RFC 1123 has it, of whatever length.
    var isDNSLabel: Bool { isDelimited(by: "-") && !utf8.contains(where: \.isUppercase) }

    /// Labels with dots between them.
    var isDNSSubdomain: Bool {
        split(separator: ".", omittingEmptySubsequences: false).allSatisfy(\.isDNSLabel)
    }

    /// A label's value, or its key without what stands before the slash.
    var isQualifiedName: Bool { isDelimited(by: "-_.") }

    /// Of a ConfigMap or Secret.
    var isDataKey: Bool { !isEmpty && utf8.allSatisfy { $0.isAlphanumeric || $0.isIn("-_.") } }

    /// Letters and digits at both ends, and between them whatever is in `others` as well.
    private func isDelimited(by others: String) -> Bool {
        guard let first, let last else { return false }
        return !others.contains(first) && !others.contains(last)
            && utf8.allSatisfy { $0.isAlphanumeric || $0.isIn(others) }
    }
}

extension UInt8 {
    fileprivate var isUppercase: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }

    fileprivate var isAlphanumeric: Bool {
        isUppercase || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }

    fileprivate func isIn(_ characters: String) -> Bool { characters.utf8.contains(self) }
}
