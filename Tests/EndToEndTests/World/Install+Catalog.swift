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

    /// A catalog with Isso alone, whose larger variant has more memory as well, so that it takes
    /// another workload.
    func catalogWithLargerMemory() throws -> String {
        let folder = folder.appending(path: "larger")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try String(contentsOf: Self.root.appending(path: "catalog/isso.yaml"), encoding: .utf8)
            .replacing(/name: Basic, cpu: 500m, memory: 256Mi/) { _ in
                "name: Basic, cpu: 500m, memory: 512Mi"
            }
            .write(to: folder.appending(path: "isso.yaml"), atomically: true, encoding: .utf8)
        return folder.path()
    }

    /// Nobody listens on port 1.
    static let missingImage = "127.0.0.1:1/nope:1"
}

extension SubscriptionBody {
    static let missingImage = SubscriptionBody(service: "nope", variant: "Free")
}
