import Foundation

/// The checkout of which these are the tests.
enum Checkout {
    /// The folder with the manifest, wherever in it this file is moved to.
    static let root: URL = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path() != "/", !hasManifest(folder) { folder.deleteLastPathComponent() }
        return folder
    }()

    private static func hasManifest(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path())
    }
}
