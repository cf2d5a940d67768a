import DockerAPI
import Domain
import EngineDocker
import Glibc
import Logging
import RealWorld
import TestSupport
import Testing

/// The parts of enforced sizes that need neither root nor a daemon.
@Suite struct BackingPartsTests {
    @Test func aQuotaGroupIsRead() {
        let table = """
            Qgroupid    Referenced    Exclusive  Max referenced  Max exclusive   Path
            --------    ----------    ---------  --------------  -------------   ----
            0/256         20955136     20955136        20971520           none   v
            """
        #expect(
            QuotaGroup(table: table)
                == QuotaGroup(referenced: Bytes(20_955_136), limit: Bytes(20_971_520)))
        #expect(QuotaGroup(table: table.replacing("20971520", with: "none"))?.limit == nil)
        #expect(QuotaGroup(table: "ERROR: can't list qgroups") == nil)
    }

    @Test func theLastMountAtAPathCounts() {
        let table = MountTable(
            """
            113 112 0:26 / /srv/a\\040b/mount rw,relatime - xfs /dev/loop3 rw
            115 87 0:39 / /srv/c rw,relatime shared:1 - btrfs /dev/loop0 rw,subvol=/
            116 87 0:40 / /srv/c rw,relatime - xfs /dev/loop1 rw
            """)
        #expect(table.device(at: "/srv/a b/mount") == "/dev/loop3")
        #expect(table.device(at: "/srv/c") == "/dev/loop1")
        #expect(table.device(at: "/srv") == nil)
    }

    @Test(arguments: [1, 250, 1024, 102_400])
    func theBallastLeavesJustTheSize(_ mebibytes: Int64) {
        let size = Bytes(mebibytes << 20)
        let total = XFSBacking.imageSize(for: size).count - 64 << 20
        let facts = PlaceFacts(
            claim: ClaimName("c"), size: size, total: total, overhead: 18 << 20)
        let left = total - facts.overhead - facts.ballast(of: total)
        #expect(left == size.count)
        #expect(XFSBacking.imageSize(for: size).count >= 304 << 20)
    }

    @Test func aBackedVolumeIsMountedFromItsPlace() {
        let claim = Desired.Claim(
            volumeID: VolumeID("v1"), instanceID: InstanceID("i1"),
            customerID: UserID("u1"), name: ClaimName("hf-abc-n-data-g1"), size: Bytes(1))
        let body = VolumeBody(
            claim, install: "abc", uid: ClaimUID("0f"), on: BtrfsBacking(folder: "/srv"))
        #expect(
            body.options
                == ["type": "none", "o": "bind", "device": "/srv/hf-abc-n-data-g1/data"])
        #expect(body.labels["holdfast.backing"] == "btrfs")
    }

    /// Places are made where the program runs: an engine elsewhere would never find them.
    @Test func anEngineElsewhereIsRefused() async throws {
        let endpoint = try DockerEndpoint(environment: ["DOCKER_HOST": "tcp://192.0.2.1:2375"])
        let engine = try DockerEngine(
            DockerEngineSettings(endpoint: endpoint, install: "abc"),
            backing: BtrfsBacking(folder: "/srv"), clock: RealClock(),
            randomness: RealRandomness(), logger: Logger(label: "test"))
        await #expect {
            try await engine.prepareBacking()
        } throws: { error in
            "\(error)".contains("share a machine") && "\(error)".contains("192.0.2.1")
        }
        await engine.close()
    }

    @Test(.enabled(if: isRoot, "Only root gets as far as to look at the folder."))
    func aFolderThatIsNotOnBtrfsIsRefused() async throws {
        await #expect {
            try await BtrfsBacking(folder: "/dev/shm/holdfast-no-btrfs").prepare()
        } throws: { error in
            "\(error)".contains("btrfs")
        }
        await #expect(throws: BackingRefusal.self) {
            try await XFSBacking(folder: "not/whole").prepare()
        }
    }
}

private let isRoot = geteuid() == 0
