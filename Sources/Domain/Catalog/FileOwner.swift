/// A numeric user and group, as in a file's metadata.
package struct FileOwner: Hashable, Sendable, Codable, CustomStringConvertible {
    package var user: Int
    package var group: Int

    package init(user: Int, group: Int) {
        self.user = user
        self.group = group
    }

    package var description: String { "\(user):\(group)" }
}
