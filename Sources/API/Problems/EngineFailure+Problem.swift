import Domain
import Wire

extension EngineFailure {
    var problem: Problem {
        switch self {
        case .unreachable:
            Problem(unavailable: "The engine that runs the services does not answer now.")
        case .stale, .portTaken, .failed, .impossible:
            Problem(.engine, "The engine could not do it", message)
        }
    }
}
