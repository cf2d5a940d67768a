import ArgumentParser
import Simulation

extension World: ExpressibleByArgument {}
