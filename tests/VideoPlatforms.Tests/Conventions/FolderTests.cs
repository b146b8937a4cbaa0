using System.Reflection;
using VideoPlatforms.Commands;
using VideoPlatforms.Sandbox;

namespace VideoPlatforms.Tests.Conventions;

public sealed class FolderTests
{
    public static TheoryData<string> Projects => ["VideoPlatforms.Clients", "VideoPlatforms.Sandbox", "VideoPlatforms"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_have_no_circular_references(string project)
    {
        Assembly[] assemblies = [typeof(VideoPlatformSession).Assembly, typeof(SandboxServer).Assembly, typeof(AsyncCommand).Assembly];
        var graph = new FolderGraph(assemblies.Single(assembly => assembly.GetName().Name == project), Path.Combine(Repository.Root, "src", project));

        Assert.True(graph.Uses.Count > 5, "The references between folders are not found.");
        Assert.Empty(FolderGraph.Circles(graph.Uses));
    }

    [Fact]
    public void Circular_reference_is_detected()
    {
        var uses = new[] { ("Http", "Errors"), ("Errors", "Common"), ("Common", "Http"), ("Polyv", "Http") }.ToLookup(use => use.Item1, use => use.Item2);

        Assert.Equal(["Common -> Http -> Errors -> Common"], FolderGraph.Circles(uses));
    }
}
