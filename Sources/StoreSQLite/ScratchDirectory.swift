import Domain
import FoundationEssentials
import Glibc

/// A new directory of its own that goes, with all that is in it, when nobody holds it any more.
final class ScratchDirectory: Sendable {
    let path: String

    init() throws(StoreFailure) {
        let base = FileManager.default.temporaryDirectory.path
        var template = Array("\(base)/holdfast-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else {
            throw PrivateFile.failure("make a directory in", base)
        }
        path = String(cString: made)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
