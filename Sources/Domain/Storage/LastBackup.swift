/// What is known of the copy that is made of a volume before it is destroyed.
package enum LastBackup: Equatable, Sendable {
    /// It is still to be made.
    case owed
    /// There is to be none; why, in words.
    case waived(String)
    /// It was made and proven; where it is.
    case proven(String)
}

extension LastBackup: CustomStringConvertible {
    /// As it is kept and shown: `waived: no backup is set up`.
    package var description: String {
        switch self {
        case .owed: "owed"
        case .waived(let why): "waived: \(why)"
        case .proven(let place): "proven: \(place)"
        }
    }

    /// Whatever cannot be read is still owed: then nothing is destroyed.
    package init(_ text: String) {
        let parts = text.split(separator: ": ", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("waived", 2): self = .waived(parts[1])
        case ("proven", 2): self = .proven(parts[1])
        default: self = .owed
        }
    }
}
