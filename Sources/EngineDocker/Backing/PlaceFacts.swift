package import Domain
import FoundationEssentials

/// What an XFS place says of itself, kept inside of it.
package struct PlaceFacts: Equatable, Sendable, Codable {
    package var claim: ClaimName
    package var size: Bytes
    /// The file system's bytes when it was made, and how many of them it kept for itself.
    package var total: Int64
    package var overhead: Int64

    package init(claim: ClaimName, size: Bytes, total: Int64, overhead: Int64) {
        self.claim = claim
        self.size = size
        self.total = total
        self.overhead = overhead
    }

    /// How much must be taken up so that just the size is left of so many bytes. As it grows, the
    /// file system keeps somewhat less than a hundredth of what is added for itself.
    package func ballast(of total: Int64) -> Int64 {
        max(0, total - overhead - (total - self.total) / 100 - size.count)
    }

    private static let file = "facts.json"

    /// `nil` where nothing is mounted, or something else.
    init?(at mountpoint: String) {
        let path = URL(filePath: "\(mountpoint)/\(Self.file)")
        guard let data = try? Data(contentsOf: path),
            let facts = try? JSONDecoder().decode(Self.self, from: data)
        else { return nil }
        self = facts
    }

    func write(to mountpoint: String) throws(EngineFailure) {
        do {
            try JSONEncoder().encode(self).write(
                to: URL(filePath: "\(mountpoint)/\(Self.file)"), options: .atomic)
        } catch {
            throw .failed("Cannot write the facts about \(claim): \(error)")
        }
    }
}
