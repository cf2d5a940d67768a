import Crypto
import Foundation
import Testing

/// An image with nothing but Debian's static busybox: a shell, and a web server for `/www`.
enum BusyboxImage {
    static let name = "holdfast-test/busybox:1"
    fileprivate static let program = "/bin/busybox"

    /// As `docker save` writes an image.
    static func tar() throws -> [UInt8] {
        let layer = try layer()
        let digest = SHA256.hash(data: layer).map { String(format: "%02x", $0) }.joined()
        let config = """
            {"architecture":"\(architecture)","os":"linux","config":{"Cmd":["\(program)","sh"]},
            "rootfs":{"type":"layers","diff_ids":["sha256:\(digest)"]}}
            """
        let manifest = """
            [{"Config":"config.json","RepoTags":["\(name)"],"Layers":["layer.tar"]}]
            """
        var image = Tar()
        image.addFile("manifest.json", Array(manifest.utf8))
        image.addFile("config.json", Array(config.utf8))
        image.addFile("layer.tar", layer)
        return image.finished
    }

    private static func layer() throws -> [UInt8] {
        var root = Tar()
        for folder in ["bin", "etc", "tmp", "www"] {
            root.addFolder(folder, mode: folder == "tmp" ? 0o1777 : 0o755)
        }
        let busybox = try Data(contentsOf: URL(filePath: program))
        root.addFile("bin/busybox", Array(busybox), mode: 0o755)
        root.addFile("etc/passwd", Array("user:x:1000:1000::/:/bin/sh\n".utf8))
        root.addFile("www/index.html", Array("here\n".utf8))
        return root.finished
    }

    private static var architecture: String {
        #if arch(arm64)
            "arm64"
        #else
            "amd64"
        #endif
    }
}

extension Trait where Self == ConditionTrait {
    static var needsBusybox: Self {
        .enabled(
            if: FileManager.default.fileExists(atPath: BusyboxImage.program),
            "There is no /bin/busybox; install Debian's busybox-static.")
    }
}
