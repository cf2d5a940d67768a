import Foundation
import Wire

extension Install {
    /// A catalog with Isso, and with a service whose image no registry will ever give away.
    func catalogWithMissingImage() throws -> String {
        let folder = folder.appending(path: "catalog")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let isso = try String(
            contentsOf: Self.root.appending(path: "catalog/isso.yaml"), encoding: .utf8)
        let nope = isso.replacing("name: isso", with: "name: nope")
            .replacing(/image: .*/, with: "image: \(Self.missingImage)")
        try isso.write(
            to: folder.appending(path: "isso.yaml"), atomically: true, encoding: .utf8)
        try nope.write(
            to: folder.appending(path: "nope.yaml"), atomically: true, encoding: .utf8)
        return folder.path()
    }

    /// Nobody listens on port 1.
    static let missingImage = "127.0.0.1:1/nope:1"
}

extension SubscriptionBody {
    static let missingImage = SubscriptionBody(service: "nope", variant: "Free")
}
