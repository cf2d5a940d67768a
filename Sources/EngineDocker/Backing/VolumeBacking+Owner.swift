import Domain
import Glibc

extension VolumeBacking {
    /// On this machine the root of a volume is at hand. Podman would write into the folder below,
    /// as long as no container has the volume mounted.
    func giveRoot(of claim: ClaimName, to owner: FileOwner) throws(EngineFailure) {
        let path = path(of: claim)
        guard let user = UInt32(exactly: owner.user), let group = UInt32(exactly: owner.group)
        else { throw .impossible("\(owner) cannot own \(path).") }
        guard lchown(path, user, group) == 0 else {
            throw BackingFolder.failure("give \(owner)", path)
        }
    }
}
