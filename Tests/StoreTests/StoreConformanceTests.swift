import Conformance
import StoreSQLite
import TestSupport
import Testing

@Suite struct StoreConformanceTests {
    @Test(arguments: StoreConformance.promises)
    func sqliteKeeps(_ promise: StoreConformance) async throws {
        try await promise.check(SQLiteStore.temporary(clock: ManualClock()))
    }
}
