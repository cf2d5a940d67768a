import FoundationEssentials
import Testing
import Wire

@testable import CLI

@Suite("What people read") struct RenderingTests {
    private let plain = Paint(isOn: false)

    private func read<Value: Decodable>(_ json: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(json.utf8))
    }

    @Test("is a table whose columns line up") func table() {
        let table = Table(
            ["NAME", "SIZE"], [["a", "250Mi"], ["längerer", ""], ["x\u{1B}[2J", "1"]])
        #expect(
            table.text(plain) == """
                NAME      SIZE
                a         250Mi
                längerer
                x\u{FFFD}[2J     1
                """)
    }

    @Test("has bold heads only where somebody sees them") func bold() {
        #expect(Table(["A"], [["b"]]).text(Paint(isOn: true)) == "\u{1B}[1mA\u{1B}[0m\nb")
    }

    @Test("shows moments without their fractions, and what is no moment as it is")
    func moments() {
        #expect(Moment.text("2026-01-31T09:30:00.123Z") == "2026-01-31 09:30:00Z")
        #expect(Moment.text("2026-01-31T09:30:00Z") == "2026-01-31 09:30:00Z")
        #expect(Moment.text("soon\n") == "soon\u{FFFD}")
        #expect(Moment.text(nil).isEmpty)
    }

    @Test("shows a service with its variants") func service() throws {
        let service = ServiceReply(
            name: "n8n", title: "n8n", summary: "Automation.", experimental: nil, image: "n8n:2",
            volumes: [VolumeTemplateReply(name: "data", mountPath: "/home/node/.n8n")],
            variants: [
                VariantReply(
                    name: "Basic",
                    limits: LimitsReply(cpu: "500m", memory: "1Gi", processes: 64),
                    volumeSizes: ["data": "250Mi"], graceDays: 60)
            ])
        #expect(
            ServiceText.details(service, plain) == """
                Service  n8n (n8n)
                Summary  Automation.
                Image    n8n:2

                VARIANT  CPU   MEMORY  DATA at /home/node/.n8n
                Basic    500m  1Gi     250Mi
                """)
    }

    @Test("shows a subscription with every volume it has") func subscription() throws {
        let one: SubscriptionReply = try read(
            Samples.subscription(
                volumes: [
                    Samples.volume(2, "attached"),
                    Samples.volume(1, "retired", keptUntil: "2026-02-03T09:30:00.000Z"),
                ],
                extra: """
                    "undo":{"generation":1,"until":"2026-02-03T09:30:00.000Z"},\
                    "operation":\(Samples.operation("running", kind: "reset", message: "Waiting.")),
                    """))
        #expect(
            SubscriptionText.details(one, plain) == """
                Name          isso-4k7m2p9x
                Service       isso Basic
                Status        RUNNING since 2026-01-31 09:30:00Z
                Under way     reset, running: Waiting.
                Address       http://127.0.0.1:20000
                Subscription  s1, ACTIVE since 2026-01-30 00:00:00Z
                Restarts      2

                VOLUME  GENERATION  STATE            SIZE              USED  MOUNTED AT  \
                CLAIM                       KEPT UNTIL
                data    2           attached, Bound  250Mi (advisory)        /data       \
                hf-x-isso-4k7m2p9x-data-g2
                data    1           retired, Bound   250Mi             2Mi   /data       \
                hf-x-isso-4k7m2p9x-data-g1  2026-02-03 09:30:00Z

                The data of generation 1 is kept until 2026-02-03 09:30:00Z. To have it back: \
                holdfast undo-reset isso-4k7m2p9x
                """)
    }

    @Test("shows what is new in the catalog, and the way back") func updates() throws {
        let news = """
            "fromImage":"isso:1","toImage":"isso:2","changes":["image","health"]
            """
        let one: SubscriptionReply = try read(
            Samples.subscription(
                extra: "\"updateAvailable\":{\(news)},\"previousImage\":\"isso:0\","))
        let card = SubscriptionText.details(one, plain)
        #expect(
            card.contains(
                "\nUpdate        isso:1 → isso:2 (image, health). "
                    + "To have it: holdfast update isso-4k7m2p9x\n"))
        #expect(card.contains("\nBefore        isso:0: holdfast rollback isso-4k7m2p9x\n"))
        #expect(SubscriptionText.list([one], plain).contains("RUNNING, update available"))
        var other = one
        other.updateAvailable?.toImage = "isso:1"
        other.updateAvailable?.obstacle = "The path moved."
        #expect(
            UpdateText.offer(other) == "definition changed (image, health). The path moved.")
    }

    @Test("An ended subscription tells since when it has ended, and how long it is kept")
    func ended() throws {
        let ended = Samples.subscription(
            extra:
                #""endedAt":"2026-01-31T10:00:00.000Z","graceEndsAt":"2026-04-01T10:00:00.000Z","#
        ).replacing("\"status\":\"ACTIVE\"", with: "\"status\":\"CANCELLED\"")
        let one = try JSONDecoder().decode(SubscriptionReply.self, from: Data(ended.utf8))
        let card = SubscriptionText.details(one, plain)
        #expect(card.contains("s1, CANCELLED since 2026-01-31 10:00:00Z"))
        #expect(card.contains("Kept until    2026-04-01 10:00:00Z"))
    }

    @Test("says why, in detail, and what to do") func problem() throws {
        let problem: Problem = try read(
            Samples.problem(
                503, "busy", ",\"operationId\":\"op1\",\"retryAfter\":5,\"requestId\":\"r1\""))
        #expect(
            ProblemText.text(problem, plain) == """
                holdfast: The title
                The reason.
                → holdfast operations watch op1
                → Try again in 5 s.
                → When asking for help, give the request's id: r1
                """)
    }

    @Test("fits the living line to the terminal") func waiting() throws {
        let operation: OperationReply = try read(
            Samples.operation("running", message: "Waiting for the service to answer."))
        let text = ProgressText(paint: plain)
        #expect(
            text.waiting(operation, silence: nil, frame: 11, elapsed: .seconds(7), width: 80)
                == "⠙ Waiting for the service to answer.  7 s")
        #expect(
            text.waiting(operation, silence: nil, frame: 0, elapsed: .seconds(7), width: 20)
                == "⠋ Waiting for the s")
    }
}
