using VideoPlatforms.Scale;

namespace VideoPlatforms.Tests.Scale;

/// <summary>The simulation beside the runs of 1, 2 and 4 nodes that were measured for docs/scale.md.</summary>
public class MeasuredRunTests
{
    private static readonly IReadOnlyList<Measurement> Runs = Measurement.Read(Path.Combine(Repository.Root, "tests", "Scale", "measured.csv"), new());

    public static TheoryData<string, int> Measured
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var run in Runs)
            {
                data.Add(run.Name, run.Fleet.Nodes);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Measured))]
    public void Simulation_is_within_15_percent_of_the_measured_run(string name, int nodes)
    {
        var run = Runs.Single(other => other.Name == name && other.Fleet.Nodes == nodes);
        var simulated = FleetSimulation.Run(run.Fleet).ListDuration.TotalSeconds;
        Assert.InRange(simulated, run.ListSeconds * 0.85, run.ListSeconds * 1.15);
    }
}
