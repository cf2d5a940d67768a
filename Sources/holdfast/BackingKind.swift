import ArgumentParser
import EngineDocker

/// A way to enforce the sizes of volumes, on the command line.
enum BackingKind: String, CaseIterable, ExpressibleByArgument {
    case none, btrfs, xfs

    func backing(in folder: String) -> (any VolumeBacking)? {
        switch self {
        case .none: nil
        case .btrfs: BtrfsBacking(folder: folder)
        case .xfs: XFSBacking(folder: folder)
        }
    }
}
