import Domain
import Testing

@Suite struct QuantityTests {
    @Test(arguments: [
        ("250Mi", 262_144_000), ("1Gi", 1_073_741_824), ("500M", 500_000_000), ("0", 0),
        ("42", 42), ("1.5Gi", 1_610_612_736), ("0.5Ki", 512), ("1e3", 1000), ("1E3", 1000),
        ("2E", 2_000_000_000_000_000_000), ("12e-1k", -1), ("1k", 1000), ("3Ti", 3_298_534_883_328),
        ("1000m", 1), ("5000000000n", 5), (".5k", 500), ("8.k", 8000), ("007", 7),
        ("9223372036854775807", Int64.max),
    ])
    func readsExactly(text: String, count: Int64) {
        if count < 0 {
            #expect(throws: QuantityError.malformed(text)) { try Bytes(parsing: text) }
        } else {
            #expect((try? Bytes(parsing: text)) == Bytes(count))
        }
    }

    @Test(arguments: [
        "", ".", "Mi", "-1Gi", "+1", "1 Gi", "1gi", "1KI", "1..2", "1.2.3", "0x10", "١Gi", "1e",
        "1e999", "1Gi ", "∞",
    ])
    func refusesWhatIsNoQuantity(text: String) {
        #expect(throws: QuantityError.malformed(text)) { try Bytes(parsing: text) }
    }

    @Test(arguments: ["1.5", "100m", "0.1Ki", "1n"])
    func roundsNothing(text: String) {
        #expect(throws: QuantityError.notWhole(text)) { try Bytes(parsing: text) }
    }

    @Test(arguments: ["8Ei", "9223372036854775808", "1e19", "99999999999999999999999999999999"])
    func refusesWhatDoesNotFit(text: String) {
        #expect(throws: QuantityError.tooLarge(text)) { try Bytes(parsing: text) }
    }

    @Test(arguments: ["250Mi", "1Gi", "500M", "0", "42", "1536Mi", "512", "999", "7Ei", "250m"])
    func printsWhatItReads(text: String) throws {
        if text == "250m" {
            #expect(try CPU(parsing: text).description == text)
        } else {
            #expect(try Bytes(parsing: text).description == text)
        }
    }

    @Test func readsAgainWhateverItPrints() throws {
        let counts = (0..<63).flatMap { power -> [Int64] in
            let whole = Int64(1) << Int64(power)
            return [whole, whole - 1, whole / 3, whole / 1000 * 1000]
        }
        for count in counts {
            let bytes = Bytes(count)
            #expect(try Bytes(parsing: bytes.description) == bytes)
        }
    }

    @Test(arguments: [("250m", 250), ("0.5", 500), ("2", 2000), ("1.25", 1250)])
    func readsProcessors(text: String, millicores: Int64) throws {
        #expect(try CPU(parsing: text).millicores == millicores)
    }

    @Test func tellsWhatToDo() {
        #expect(throws: QuantityError.self) { try CPU(parsing: "0.0001") }
        #expect("\(QuantityError.malformed("lots"))".contains("250Mi"))
    }
}
