import EngineDocker
import RealWorld
import TestSupport

extension LoopDisk.Kind {
    func backing(in folder: String) -> any VolumeBacking {
        switch self {
        case .btrfs: BtrfsBacking(folder: folder)
        case .xfs: XFSBacking(folder: folder)
        }
    }
}

extension DockerWorld {
    /// A world in which sizes are enforced, on a disk of its own.
    static func with(
        _ kind: LoopDisk.Kind, _ body: (DockerWorld, LoopDisk) async throws -> Void
    ) async throws {
        let disk = try LoopDisk(kind)
        try await DockerWorld.with(backing: kind.backing(in: disk.path)) { world in
            try await world.docker.prepareBacking()
            try await body(world, disk)
        }
    }
}
