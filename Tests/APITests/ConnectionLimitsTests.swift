import API
import Testing

struct ConnectionLimitsTests {
    @Test(arguments: [(0, 8), (256, 64), (1024, 256), (.max, 2000)])
    func connectionsLeaveMostFilesToOthers(openFiles: Int, count: Int) {
        #expect(ConnectionLimits(openFiles: openFiles).count == count)
    }
}
