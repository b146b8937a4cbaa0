namespace VideoPlatforms.Tests.Infrastructure;

/// <summary>Tests that measure the memory, timers or time of the whole process do not run in parallel with others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Measured
{
    public const string Name = "Measured";
}
